/**
 * A signature drawn with a finger, a pen or a mouse, kept as an SVG path. Nobody has to draw: a signature given aloud is
 * recorded in words, so this field is never needed to go on.
 */
import {useRef, type PointerEvent} from 'react';
import {SIGNATURE_LIMIT} from '#domain/pathway-plan/signature.ts';
import {useText} from '#client/i18n/text.ts';
import {Button} from '#client/ui/button.tsx';

export const SIGNATURE_WIDTH = 600;
export const SIGNATURE_HEIGHT = 200;

interface SignatureFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | null;
  readonly onChange: (path: string | null) => void;
}

export function SignatureField({id, label, hint, value, onChange}: SignatureFieldProps) {
  const {t} = useText();
  const drawing = useRef(false);
  const path = useRef(value ?? '');

  function at(event: PointerEvent<SVGSVGElement>): string {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * SIGNATURE_WIDTH);
    const y = Math.round(((event.clientY - box.top) / box.height) * SIGNATURE_HEIGHT);
    return `${x} ${y}`;
  }

  function draw(step: 'M' | 'L', event: PointerEvent<SVGSVGElement>): void {
    const next = `${path.current}${step}${at(event)}`;
    if (next.length > SIGNATURE_LIMIT) return;
    path.current = next;
    onChange(next);
  }

  return (
    <div className="govuk-form-group">
      <p id={`${id}-label`} className="govuk-label govuk-label--s">
        {label}
      </p>
      <p id={`${id}-hint`} className="govuk-hint">
        {hint}
      </p>
      <svg
        className="app-signature"
        viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
        role="img"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        onPointerDown={event => {
          drawing.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          draw('M', event);
        }}
        onPointerMove={event => {
          if (drawing.current) draw('L', event);
        }}
        onPointerUp={() => {
          drawing.current = false;
        }}
        onPointerCancel={() => {
          drawing.current = false;
        }}
      >
        <path d={value ?? ''} />
      </svg>
      {value !== null && (
        <Button
          look="quiet"
          onPress={() => {
            path.current = '';
            onChange(null);
          }}
        >
          {t('common:signature.clear')}
        </Button>
      )}
    </div>
  );
}
