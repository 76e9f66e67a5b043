import { TasteForm } from '../taste/TasteForm';
import { WhenRead } from '../taste/WhenRead';

export const TuneStep = () => <WhenRead><TasteForm genres={false} /></WhenRead>;
