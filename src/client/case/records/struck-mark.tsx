/** Says in words that something was struck out, by whom, when and why; the line through what stands below only repeats it. */
import type {Ref} from 'react';
import type {Head} from '#domain/shared/record.ts';
import {FreeText, type WrittenWords} from '#client/ui/free-text.tsx';
import {StatusText} from '#client/ui/status-text.tsx';

interface StruckMarkProps {
  readonly title: string;
  readonly line: string;
  readonly struck: Head | undefined;
  readonly ref?: Ref<HTMLDivElement> | undefined;
}

export function StruckMark({title, line, struck, ref}: StruckMarkProps) {
  return (
    <div className="app-struck-mark app-heading" ref={ref} tabIndex={-1}>
      <p>
        <StatusText tone="attention">{title}</StatusText>
      </p>
      <p className="app-quiet">{line}</p>
      {struck && <FreeText quoted words={struck.value as WrittenWords} />}
    </div>
  );
}
