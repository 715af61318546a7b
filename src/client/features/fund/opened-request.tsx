/** The request that the address names, for the page about it; where the file is not on this device, the way to open it. */
import type {ReactNode} from 'react';
import {useParams} from 'react-router';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {FileNotHere} from '#client/case/person/file-not-here.tsx';
import {personOnDevice, type PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {Page} from '#client/ui/page.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {readRequest, type FundCase} from './read-request.ts';

export interface OpenedRequestProps {
  readonly person: PersonOnDevice;
  readonly found: FundCase;
  readonly today: CalendarDate;
}

export function OpenedRequest({children}: {readonly children: (opened: OpenedRequestProps) => ReactNode}) {
  const {t} = useText();
  const {person: id = '', request = ''} = useParams();
  const today = useToday();
  const person = useMemory(memory => personOnDevice(memory, id, today), [id, today]);
  const found = useMemory(memory => readRequest(memory, id, request, today), [id, request, today]);
  if (person && found) return children({person, found, today});
  return (
    <Page title={t('fund:title')} caption={person?.knownAs}>
      <FileNotHere person={person} id={id} part="money" back={t('fund:backToMoney')} />
    </Page>
  );
}
