import type { ComponentChildren } from 'preact';

const times = (count: number, draw: (index: number) => ComponentChildren) => Array.from({ length: count }, (_, index) => draw(index));

/** The shapes of the covers, 100 by 100 and somewhat below, cut to the room that a name leaves. Of the inks a is the body, b the shade, c the light, 0 the ground. */
const motifs: Readonly<Record<string, () => ComponentChildren>> = {
  sun: () => <><circle class="ink-c" cx="50" cy="56" r="27" /><path class="ink-a" d="M0 62 Q30 50 58 64 T100 58 V150 H0Z" /><path class="ink-b" d="M0 78 Q36 66 66 80 T100 76 V150 H0Z" /></>,
  hills: () => <><circle class="ink-c" cx="72" cy="34" r="13" /><path class="ink-b" d="M0 70 Q26 30 56 66 T100 52 V150 H0Z" /><path class="ink-a" d="M0 92 Q34 56 70 86 T100 80 V150 H0Z" /></>,
  peaks: () => <><circle class="ink-c" cx="28" cy="30" r="10" /><path class="ink-b" d="M-10 110 L34 38 L78 110Z" /><path class="ink-a" d="M26 110 L68 28 L118 110Z" /><path class="ink-c" d="M68 28 L82 51 L68 46 L57 50Z" /></>,
  path: () => <><path class="ink-b" d="M0 56 H100 V150 H0Z" /><path class="ink-a" d="M50 56 L96 150 H4Z" /><circle class="ink-c" cx="50" cy="42" r="14" /></>,
  moon: () => <><circle class="ink-c" cx="56" cy="46" r="30" /><circle class="ink-0" cx="42" cy="38" r="28" /><circle class="ink-a" cx="24" cy="72" r="4" /><circle class="ink-a" cx="16" cy="26" r="2" /><circle class="ink-c" cx="34" cy="88" r="1.5" /><circle class="ink-a" cx="84" cy="86" r="3" /></>,
  planet: () => <><circle class="ink-a" cx="50" cy="52" r="28" /><path class="ink-b" d="M50 24 A28 28 0 0 1 50 80 A40 40 0 0 0 50 24Z" /><ellipse class="ink-line" cx="50" cy="52" rx="42" ry="11" transform="rotate(-20 50 52)" /><circle class="ink-c" cx="88" cy="22" r="4" /></>,
  globe: () => <><circle class="ink-a" cx="50" cy="52" r="34" />{times(3, index => <ellipse key={index} class="ink-line" cx="50" cy="52" rx={34 - index * 11} ry="34" />)}<path class="ink-line" d="M50 18 V86 M16 52 H84 M21 35 H79 M21 69 H79" /></>,
  rings: () => <>{times(5, index => <circle key={index} class={index % 2 ? 'ink-b' : 'ink-a'} cx="50" cy="54" r={46 - index * 9} />)}<circle class="ink-c" cx="50" cy="54" r="6" /></>,
  eye: () => <><path class="ink-a" d="M4 54 Q50 2 96 54 Q50 106 4 54Z" /><circle class="ink-0" cx="50" cy="54" r="22" /><circle class="ink-c" cx="50" cy="54" r="13" /><circle class="ink-0" cx="50" cy="54" r="5" /></>,
  slashes: () => <>{times(4, index => <path key={index} class={index === 1 ? 'ink-c' : index % 2 ? 'ink-b' : 'ink-a'} d={`M${8 + index * 26} -6 L${22 + index * 26} -6 L${-6 + index * 26} 110 L${-12 + index * 26} 110Z`} />)}</>,
  rays: () => <>{times(12, index => <path key={index} class={index % 2 ? 'ink-a' : 'ink-b'} d="M50 58 L40 -70 H60Z" transform={`rotate(${index * 30} 50 58)`} />)}<circle class="ink-c" cx="50" cy="58" r="13" /></>,
  blinds: () => <>{times(7, index => <path key={index} class={index === 2 ? 'ink-c' : index % 2 ? 'ink-b' : 'ink-a'} d={`M0 ${8 + index * 13} L100 ${2 + index * 13} V${9 + index * 13} L0 ${15 + index * 13}Z`} />)}</>,
  steps: () => <>{times(5, index => <path key={index} class={index % 2 ? 'ink-b' : 'ink-a'} d={`M${index * 20} ${92 - index * 18} H100 V150 H${index * 20}Z`} />)}<circle class="ink-c" cx="24" cy="34" r="12" /></>,
  window: () => <><path class="ink-a" d="M20 20 H80 V96 H20Z" /><path class="ink-c" d="M26 26 H47 V54 H26Z" /><path class="ink-b" d="M53 26 H74 V54 H53Z M26 60 H47 V90 H26Z M53 60 H74 V90 H53Z" /></>,
  columns: () => <>{times(5, index => <path key={index} class={index % 2 ? 'ink-b' : 'ink-a'} d={`M${8 + index * 17.5} 38 H${22 + index * 17.5} V120 H${8 + index * 17.5}Z`} />)}<path class="ink-c" d="M4 34 L50 12 L96 34Z" /></>,
  arches: () => <>{times(4, index => <path key={index} class={`ink-${'abac'[index]}`} d={`M${8 + index * 11} 120 V${60} A${42 - index * 11} ${42 - index * 11} 0 0 1 ${92 - index * 11} 60 V120Z`} />)}</>,
  halves: () => <><path class="ink-a" d="M50 14 A38 38 0 0 0 50 90Z" /><path class="ink-c" d="M54 28 A38 38 0 0 1 54 104Z" /></>,
  pair: () => <><circle class="ink-a" cx="36" cy="52" r="28" /><circle class="ink-c" cx="64" cy="52" r="28" /><path class="ink-b" d="M50 27.8 A28 28 0 0 1 50 76.2 A28 28 0 0 1 50 27.8Z" /></>,
  waves: () => <>{times(5, index => <path key={index} class={`ink-${'cabab'[index]}`} d={`M-10 ${26 + index * 16} q15 -14 30 0 t30 0 t30 0 t30 0 V150 H-10Z`} />)}</>,
  bars: () => <>{times(8, index => { const high = [30, 54, 76, 46, 84, 62, 38, 56][index]!; return <path key={index} class={index === 4 ? 'ink-c' : index % 2 ? 'ink-b' : 'ink-a'} d={`M${5 + index * 11.5} ${58 - high / 2} h8 v${high} h-8Z`} />; })}</>,
  bubbles: () => <><circle class="ink-a" cx="32" cy="58" r="30" /><circle class="ink-c" cx="72" cy="34" r="18" /><circle class="ink-b" cx="76" cy="76" r="22" /><circle class="ink-c" cx="20" cy="18" r="6" /></>,
  dots: () => <>{times(30, index => <circle key={index} class={index === 13 ? 'ink-c' : (index + (index / 5 | 0)) % 2 ? 'ink-a' : 'ink-b'} cx={14 + (index % 5) * 18} cy={14 + (index / 5 | 0) * 17} r={index === 13 ? 10 : 6} />)}</>,
};

export const motifNames = Object.keys(motifs);

/** Drawn once a page; the covers refer to it. */
export function Motifs() {
  return (
    <svg class="motifs" aria-hidden="true" width="0" height="0">
      {Object.entries(motifs).map(([name, Motif]) => (
        <symbol key={name} id={`motif-${name}`} viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice"><Motif /></symbol>
      ))}
    </svg>
  );
}
