/** The way to a form of homes, for whoever may use it. */
import {may, type Action} from '#domain/access/permissions.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import {LinkButton} from '#client/ui/button.tsx';

/** The last part of the key of its words. */
type Way = TextKey extends infer Key ? (Key extends `home:way.${infer Name}` ? Name : never) : never;

interface HomeWayProps {
  readonly person: Id;
  readonly form: string;
  /** What the form is about: a record's id, or a code. */
  readonly of?: string | undefined;
  readonly way: Way;
  /** What it is about, for those who hear it out of its place. */
  readonly what?: string;
  readonly look?: 'main' | 'second' | 'quiet' | 'warning';
  readonly action?: Action;
}

export function HomeWay({person, form, of, way, what, look = 'quiet', action = 'home.write'}: HomeWayProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  if (!may(vault.session.role, action, true)) return null;
  const link = t(`home:way.${way}`);
  return (
    <LinkButton
      look={look}
      to={`/people/${person}/home/${form}${of === undefined ? '' : `?of=${of}`}`}
      {...(what === undefined ? {} : {label: [link, what].join(': ')})}
    >
      {link}
    </LinkButton>
  );
}
