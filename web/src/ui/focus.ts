/** The button goes with its item; whoever works by keys goes on at the next one's. */
export function passFocusOn(button: HTMLElement): void {
  const item = button.closest('li');
  const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button') ?? document.querySelector('h1');
  next?.focus({ preventScroll: true });
}
