import { TasteForm } from '../taste/TasteForm';

export const TuneStep = () => <TasteForm genres={false} />;
