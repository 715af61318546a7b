/** A quantity drawn beside its figure: its length says what the number says, and nothing else does. Whoever hears the page has the number. */
export function Bar({part, most}: {readonly part: number; readonly most: number}) {
  return (
    <span className="app-bar" aria-hidden="true">
      <span className="app-bar__part" style={{inlineSize: `${most === 0 ? 0 : Math.round((part / most) * 100)}%`}} />
    </span>
  );
}
