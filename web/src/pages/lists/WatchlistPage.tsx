import { ListPage } from './ListPage';

export default function WatchlistPage() {
  return <ListPage name="watchlist" />;
}
