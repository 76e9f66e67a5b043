using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>Wanted titles in the table <c>noted_titles</c>.</summary>
public sealed class SqliteWantedTitles(MovieRecDatabase database) : IWantedTitles
{
    private static readonly Statement s_add = new("INSERT OR IGNORE INTO noted_titles (kind, id) VALUES (?1, ?2)");

    private static readonly Statement s_read = new("SELECT kind, id FROM noted_titles");

    private static readonly Statement s_remove = new("DELETE FROM noted_titles WHERE kind = ?1 AND id = ?2");

    public Task AddAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) => ForEachAsync(s_add, keys, cancellationToken);

    public Task<IReadOnlyList<TitleKey>> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(s_read, static (session, read) =>
        {
            var keys = new List<TitleKey>();
            using var rows = session.Query(read);
            while (rows.Read())
                keys.Add(new TitleKey((MediaKind)rows.Integer(0), rows.Integer(1)));
            return (IReadOnlyList<TitleKey>)keys;
        }, cancellationToken);

    public Task RemoveAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        ForEachAsync(s_remove, keys, cancellationToken);

    private Task ForEachAsync(Statement change, IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) =>
        keys.Count == 0 ? Task.CompletedTask : database.WriteAsync((change, keys), static (session, write) =>
        {
            foreach (var key in write.keys)
                session.Execute(write.change, (int)key.Kind, key.Id);
            return true;
        }, cancellationToken);
}
