/** A form behind a button: shown when asked for, and at once where somebody had begun to write. The focus goes along. */
import {useEffect, useRef, useState, type ReactNode} from 'react';
import {useOpenVault} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';

interface OpenedFormProps {
  readonly label: string;
  readonly draftKey: string;
  readonly look?: 'second' | 'quiet';
  /** 2 where it stands in no part of its own. */
  readonly level?: 2 | 3;
  readonly children: (close: () => void) => ReactNode;
}

export function OpenedForm({label, draftKey, look = 'second', level = 3, children}: OpenedFormProps) {
  const {vault} = useOpenVault();
  const [isOpen, setOpen] = useState(() => vault.drafts().some(({key}) => key === draftKey));
  const Heading = `h${level}` as const;
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLDivElement>(null);
  const before = useRef(isOpen);
  useEffect(() => {
    if (before.current !== isOpen) (isOpen ? heading.current : button.current?.querySelector('button'))?.focus();
    before.current = isOpen;
  }, [isOpen]);
  if (!isOpen)
    return (
      <div ref={button}>
        <Button look={look} onPress={() => setOpen(true)}>
          {label}
        </Button>
      </div>
    );
  return (
    <div className="app-section">
      <Heading ref={heading} tabIndex={-1} className={level === 2 ? 'govuk-heading-m app-heading' : 'govuk-heading-s app-heading'}>
        {label}
      </Heading>
      {children(() => setOpen(false))}
    </div>
  );
}
