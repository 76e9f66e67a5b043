/** The mark: a projector's light, falling. The icons are drawn from the same shapes in build/icons.ts. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="7.500" cy="7.500" r="4.500" />
    <path d="M12.800 6.600 21 12.500 V21 H12.500 L6.600 12.800 A6 6 0 0 0 12.800 6.600Z" />
  </svg>
);
