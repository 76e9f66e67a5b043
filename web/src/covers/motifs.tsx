import type { ComponentChildren } from 'preact';

const times = (count: number, draw: (index: number) => ComponentChildren) => Array.from({ length: count }, (_, index) => draw(index));

/** The shapes of the covers, 100 by 150, drawn above the middle. Class a, b and c are a cover's colours: body, shade and light. */
const motifs: Readonly<Record<string, () => ComponentChildren>> = {
  sun: () => <><circle class="c" cx="50" cy="56" r="27" /><path class="a" d="M0 62 Q30 50 58 64 T100 58 V150 H0Z" /><path class="b" d="M0 78 Q36 66 66 80 T100 76 V150 H0Z" /></>,
  hills: () => <><circle class="c" cx="72" cy="34" r="13" /><path class="b" d="M0 70 Q26 30 56 66 T100 52 V150 H0Z" /><path class="a" d="M0 92 Q34 56 70 86 T100 80 V150 H0Z" /></>,
  peaks: () => <><circle class="c" cx="28" cy="30" r="10" /><path class="b" d="M-10 110 L34 38 L78 110Z" /><path class="a" d="M26 110 L68 28 L118 110Z" /><path class="c" d="M68 28 L82 51 L68 46 L57 50Z" /></>,
  path: () => <><path class="b" d="M0 56 H100 V150 H0Z" /><path class="a" d="M50 56 L96 150 H4Z" /><circle class="c" cx="50" cy="42" r="14" /></>,
  moon: () => <><circle class="c" cx="56" cy="46" r="30" /><circle class="ground" cx="42" cy="38" r="28" /><circle class="a" cx="24" cy="72" r="4" /><circle class="a" cx="16" cy="26" r="2" /><circle class="c" cx="34" cy="88" r="1.5" /><circle class="a" cx="84" cy="86" r="3" /></>,
  planet: () => <><circle class="a" cx="50" cy="52" r="28" /><path class="b" d="M50 24 A28 28 0 0 1 50 80 A40 40 0 0 0 50 24Z" /><ellipse class="line-c" cx="50" cy="52" rx="46" ry="11" transform="rotate(-20 50 52)" /><circle class="c" cx="88" cy="22" r="4" /></>,
  globe: () => <><circle class="a" cx="50" cy="52" r="34" />{times(4, index => <ellipse key={index} class="line-c" cx="50" cy="52" rx={34 - index * 11} ry="34" />)}<path class="line-c" d="M16 52 H84 M21 35 H79 M21 69 H79" /></>,
  rings: () => <>{times(5, index => <circle key={index} class={index % 2 ? 'b' : 'a'} cx="50" cy="54" r={46 - index * 9} />)}<circle class="c" cx="50" cy="54" r="6" /></>,
  eye: () => <><path class="a" d="M4 54 Q50 2 96 54 Q50 106 4 54Z" /><circle class="ground" cx="50" cy="54" r="22" /><circle class="c" cx="50" cy="54" r="13" /><circle class="ground" cx="50" cy="54" r="5" /></>,
  slashes: () => <>{times(4, index => <path key={index} class={index === 1 ? 'c' : index % 2 ? 'b' : 'a'} d={`M${8 + index * 26} -6 L${22 + index * 26} -6 L${-6 + index * 26} 110 L${-12 + index * 26} 110Z`} />)}</>,
  rays: () => <>{times(12, index => <path key={index} class={index % 2 ? 'a' : 'b'} d="M50 58 L40 -70 H60Z" transform={`rotate(${index * 30} 50 58)`} />)}<circle class="c" cx="50" cy="58" r="13" /></>,
  blinds: () => <>{times(7, index => <path key={index} class={index === 2 ? 'c' : index % 2 ? 'b' : 'a'} d={`M0 ${8 + index * 13} L100 ${2 + index * 13} V${9 + index * 13} L0 ${15 + index * 13}Z`} />)}</>,
  steps: () => <>{times(5, index => <path key={index} class={index % 2 ? 'b' : 'a'} d={`M${index * 20} ${92 - index * 18} H100 V150 H${index * 20}Z`} />)}<circle class="c" cx="24" cy="34" r="12" /></>,
  window: () => <><path class="a" d="M20 20 H80 V96 H20Z" /><path class="c" d="M26 26 H47 V54 H26Z" /><path class="b" d="M53 26 H74 V54 H53Z M26 60 H47 V90 H26Z M53 60 H74 V90 H53Z" /></>,
  columns: () => <>{times(5, index => <path key={index} class={index % 2 ? 'b' : 'a'} d={`M${8 + index * 17.5} 38 H${22 + index * 17.5} V120 H${8 + index * 17.5}Z`} />)}<path class="c" d="M4 34 L50 12 L96 34Z" /></>,
  arches: () => <>{times(4, index => <path key={index} class={['a', 'b', 'a', 'c'][index]!} d={`M${8 + index * 11} 120 V${60} A${42 - index * 11} ${42 - index * 11} 0 0 1 ${92 - index * 11} 60 V120Z`} />)}</>,
  halves: () => <><path class="a" d="M50 14 A38 38 0 0 0 50 90Z" /><path class="c" d="M54 28 A38 38 0 0 1 54 104Z" /></>,
  pair: () => <><circle class="a" cx="36" cy="52" r="28" /><circle class="c" cx="64" cy="52" r="28" /><path class="b" d="M50 27.8 A28 28 0 0 1 50 76.2 A28 28 0 0 1 50 27.8Z" /></>,
  waves: () => <>{times(5, index => <path key={index} class={['c', 'a', 'b', 'a', 'b'][index]!} d={`M-10 ${26 + index * 16} q15 -14 30 0 t30 0 t30 0 t30 0 V150 H-10Z`} />)}</>,
  bars: () => <>{times(8, index => { const high = [30, 54, 76, 46, 84, 62, 38, 56][index]!; return <path key={index} class={index === 4 ? 'c' : index % 2 ? 'b' : 'a'} d={`M${5 + index * 11.5} ${58 - high / 2} h8 v${high} h-8Z`} />; })}</>,
  bubbles: () => <><circle class="a" cx="32" cy="58" r="30" /><circle class="c" cx="72" cy="34" r="18" /><circle class="b" cx="76" cy="76" r="22" /><circle class="c" cx="20" cy="18" r="6" /></>,
  dots: () => <>{times(30, index => <circle key={index} class={index === 13 ? 'c' : (index + (index / 5 | 0)) % 2 ? 'a' : 'b'} cx={14 + (index % 5) * 18} cy={14 + (index / 5 | 0) * 17} r={index === 13 ? 10 : 6} />)}</>,
};

export const motifNames = Object.keys(motifs);

/** Drawn once a page; the covers refer to it. */
export function Motifs() {
  return (
    <svg class="motifs" aria-hidden="true" width="0" height="0">
      {Object.entries(motifs).map(([name, Motif]) => (
        <symbol key={name} id={`motif-${name}`} viewBox="0 0 100 150" preserveAspectRatio="xMidYMid slice"><Motif /></symbol>
      ))}
    </svg>
  );
}
