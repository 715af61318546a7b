/** How far something is, as a real progress element with the same in words beside it. */
interface ProgressBarProps {
  readonly id: string;
  readonly label: string;
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
}

export function ProgressBar({id, label, words, done, total}: ProgressBarProps) {
  return (
    <div className="app-progress">
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      {total === null ? (
        <progress id={id} className="app-progress__bar" aria-valuetext={words} />
      ) : (
        <progress id={id} className="app-progress__bar" value={done} max={Math.max(total, 1)} aria-valuetext={words} />
      )}
      <output className="app-progress__words">{words}</output>
    </div>
  );
}
