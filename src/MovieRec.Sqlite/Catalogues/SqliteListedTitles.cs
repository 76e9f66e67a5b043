using MovieRec.Api.Catalogues;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>All users' lists in the tables <c>favourites</c> and <c>watchlist</c>.</summary>
public sealed class SqliteListedTitles(MovieRecDatabase database) : IListedTitles
{
    private static readonly Statement s_all = new("""
        SELECT user_id, movie_id, added_at, 0 FROM favourites UNION ALL SELECT user_id, movie_id, added_at, 1 FROM watchlist
        """);

    public Task<IReadOnlyList<ListedTitle>> ReadAllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(s_all, static (session, all) =>
        {
            var listed = new List<ListedTitle>();
            using var rows = session.Query(all);
            while (rows.Read())
            {
                if (TitleKey.TryParse(rows.Text(1), out var key))
                {
                    listed.Add(
                        new ListedTitle(
                            rows.Text(0)!, key, (SignalKind)rows.Integer(3), DateTimeOffset.FromUnixTimeMilliseconds(rows.Integer(2))));
                }
            }
            return (IReadOnlyList<ListedTitle>)listed;
        }, cancellationToken);
}
