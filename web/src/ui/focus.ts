/** Moves the focus to the next item's button, for keyboard users, since the button is removed with its item. */
export function passFocusOn(button: HTMLElement): void {
  const item = button.closest('li');
  const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button') ?? document.querySelector('h1');
  next?.focus({ preventScroll: true });
}
