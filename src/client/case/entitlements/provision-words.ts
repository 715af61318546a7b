/** Where a rule stands, in words: the instrument, and the provision of it. */
import type {RuleSource} from '#domain/deadline/rules.ts';
import type {Text} from '#client/i18n/text.ts';

export const provisionWords = ({t}: Pick<Text, 't'>, {instrument, kind, number}: RuleSource): string => {
  const title = t(`reasons:instrument.${instrument}`);
  return kind === 'whole' ? title : `${title}, ${t(`reasons:provision.${kind}`, {number})}`;
};
