import { ListPage } from './ListPage';

export default function FavouritesPage() {
  return <ListPage name="favourites" />;
}
