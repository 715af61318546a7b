/** What the radar sees of a person whose file is on this device, with what was recorded here a moment ago. */
import {radarOf, type Radar} from '#domain/radar/radar.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {keptPerFile} from '#client/case/person/kept-per-file.ts';

/** Nothing while no more than the headlines of somebody are here. */
export const radarOnDevice = keptPerFile((memory, person, today): readonly Radar[] => {
  const file = memory.file(person);
  if (!file.some(record => isKind(record, 'young-person'))) return [];
  const settings = [...memory.records(null, 'setting'), ...memory.records(null, 'income-scheme')];
  return radarOf(file, settings, today, deadlinesOnDevice(memory, person, today));
});
