/** Numbers that are the same all over Wales; the council's own are its settings. */
export const MEIC = '0808 802 3456';
