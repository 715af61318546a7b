/** A new line, and one that stands: what it says, what should happen with it, changing it, and taking it out. */
import {useNavigate, useParams} from 'react-router';
import {groupOfLine, MONEY_GROUPS} from '#domain/money-plan/codes.ts';
import {seenOps} from '#domain/shared/record.ts';
import {amountWords} from '#client/case/money/amount-words.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import type {MoneyLine} from '#client/case/money/money-plan-records.ts';
import {OpenedForm} from '#client/forms/opened-form.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Page} from '#client/ui/page.tsx';
import {lineDraftKey, LineForm} from './line-form.tsx';
import {useSaveNow} from '#client/forms/use-save-now.ts';
import {captionOf, type Whose} from './whose.ts';
import {Wish} from './wish.tsx';

export function AddLinePage({whose}: {readonly whose: Whose}) {
  const {t} = useText();
  const navigate = useNavigate();
  const {group: named} = useParams();
  const group = MONEY_GROUPS.find(each => each === named);
  if (group === undefined) return <NotThere whose={whose} />;
  return (
    <Page title={t(`money-plan:add.${group}`)} {...captionOf(whose)}>
      <LineForm key={group} whose={whose} group={group} onClose={() => void navigate(whose.base)} />
      <Back whose={whose} />
    </Page>
  );
}

export function LinePage({whose}: {readonly whose: Whose}) {
  const {line: id} = useParams();
  const line = useMemory(memory => memory.records(whose.id, 'money-line').find(each => each.id === id), [whose.id, id]);
  return line ? <OneLine key={line.id} whose={whose} line={line} /> : <NotThere whose={whose} />;
}

function OneLine({whose, line}: {readonly whose: Whose; readonly line: MoneyLine}) {
  const text = useText();
  const {t, format} = text;
  const {what, amount, words, wish, takenOutOn} = line.data;
  return (
    <Page title={t(`codes:moneyLine.${what}`)} windowTitle={t(`money-plan:group.${groupOfLine(what)}`)} {...captionOf(whose)}>
      <p>
        <strong>{amountWords(text, amount)}</strong>
      </p>
      {words !== null && <FreeText words={words} />}
      {takenOutOn !== null && <p>{t('money-plan:out', {date: format.longDate(takenOutOn)})}</p>}
      <DeliveryLine delivery={line.delivery} />
      <ClashLink record={line} label={t('money-plan:together')} />
      <OpenedForm level={2} label={t('money-plan:change')} draftKey={lineDraftKey(whose.id, line.id)}>
        {close => <LineForm whose={whose} group={groupOfLine(what)} line={line} onClose={close} />}
      </OpenedForm>
      {takenOutOn === null && (
        <Wish
          whose={whose}
          wish={wish}
          delivery={line.delivery}
          actionAt={`${whose.base}/line/${line.id}/action`}
          command={next => lineWish(line, next)}
        />
      )}
      <InOrOut line={line} />
      <Back whose={whose} />
    </Page>
  );
}

export function lineWish(line: MoneyLine, wish: MoneyLine['data']['wish']): NewCommand<'money-line.change'> {
  return {kind: 'money-line.change', record: line.id, person: line.person, body: {wish}, bases: {wish: seenOps(line, 'wish')}};
}

function InOrOut({line}: {readonly line: MoneyLine}) {
  const {t} = useText();
  const saving = useSaveNow();
  const isOut = line.data.takenOutOn !== null;
  const put = () => {
    const command: NewCommand<'money-line.take-out'> = {
      kind: 'money-line.take-out',
      record: line.id,
      person: line.person,
      body: {out: !isOut},
      bases: {takenOutOn: seenOps(line, 'takenOutOn')},
    };
    return saving.save(command);
  };
  return (
    <div className="app-section">
      {saving.refused !== null && (
        <p role="alert" className="govuk-error-message">
          {saving.refused}
        </p>
      )}
      {isOut ? (
        <Button look="second" busy={saving.busy} onPress={() => void put()}>
          {t('money-plan:putBack')}
        </Button>
      ) : (
        <ConfirmedButton
          look="quiet"
          action={t('money-plan:takeOut')}
          label={t('money-plan:takeOut')}
          question={t('money-plan:takeOut.question')}
          words={t('money-plan:takeOut.words')}
          yes={t('money-plan:takeOut.yes')}
          busy={saving.busy}
          onYes={() => void put()}
        />
      )}
    </div>
  );
}

export function Back({whose}: {readonly whose: Whose}) {
  const {t} = useText();
  return (
    <p className="app-section">
      <LinkButton look="quiet" to={whose.base}>
        {t('money-plan:back')}
      </LinkButton>
    </p>
  );
}

export function NotThere({whose}: {readonly whose: Whose}) {
  const {t} = useText();
  return (
    <Page title={t(whose.isOwn ? 'money-plan:title' : 'money-plan:title.staff')} {...captionOf(whose)}>
      <EmptyState>
        <p>{t('money-plan:gone')}</p>
      </EmptyState>
      <Back whose={whose} />
    </Page>
  );
}
