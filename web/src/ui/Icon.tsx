/** Drawn on 24 by 24, as lines of the text's colour. */
const paths = {
  home: 'M3 11.5 12 4l9 7.5M5.5 9.8V20h13V9.8M10 20v-6h4v6',
  search: 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l5 5',
  heart: 'M12 20.5S3.5 15.4 3.5 9.3A4.8 4.8 0 0 1 12 6.4a4.8 4.8 0 0 1 8.5 2.9c0 6.1-8.5 11.2-8.5 11.2Z',
  bookmark: 'M6 3.8h12v17l-6-4.6-6 4.6Z',
  user: 'M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2ZM4 20.5c.8-4 4-5.8 8-5.8s7.200 1.800 8 5.800',
  sun: 'M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12 2v2M12 20v2M2 12h2M20 12h2M4.900 4.900l1.400 1.400M17.700 17.700l1.400 1.400M19.100 4.900l-1.400 1.400M6.300 17.700l-1.400 1.400',
  moon: 'M20 14.200A8.300 8.300 0 0 1 9.800 4 8.300 8.300 0 1 0 20 14.200Z',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.500 10 17.500 19.500 7',
  plus: 'M12 5v14M5 12h14',
  hide: 'M4 4l16 16M9.900 5.300A10 10 0 0 1 12 5c6 0 9.500 7 9.500 7a17 17 0 0 1-2.700 3.500M6.300 7.200A16.500 16.500 0 0 0 2.500 12S6 19 12 19a9.500 9.500 0 0 0 4.300-1',
  sliders: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 9.500v-5M8 19.500v-5',
  download: 'M12 4v11M7.500 11 12 15.500 16.500 11M4.500 20h15',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  again: 'M20 12a8 8 0 1 1-2.500-5.800M20 3.500V8h-4.500',
  mail: 'M3.500 5.500h17v13h-17ZM4 6l8 7 8-7',
  out: 'M14 4.500H5v15h9M10 12h11M17 8l4 4-4 4',
  star: 'M12 3.500l2.600 5.500 6 .8-4.400 4.200 1.100 6L12 17l-5.300 3 1.100-6-4.400-4.200 6-.8Z',
  cloudOff: 'M4 4l16 16M7 9a4.500 4.500 0 0 0 .5 9H17M9.800 6.200A6 6 0 0 1 18 10.500a3.800 3.800 0 0 1 2 6.300',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) {
  return (
    <svg class={filled ? 'icon icon-filled' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
