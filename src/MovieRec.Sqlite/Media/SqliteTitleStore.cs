using MovieRec.Api.Media;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Media;

/// <summary>The catalogue in the tables <c>titles</c> and <c>title_version</c>.</summary>
public sealed class SqliteTitleStore(MovieRecDatabase database) : ITitleStore
{
    private const string NoTitles = "empty";

    private static readonly Statement s_version = new("SELECT version FROM title_version");

    private static readonly Statement s_setVersion = new("INSERT OR REPLACE INTO title_version (only_row, version) VALUES (1, ?1)");

    private static readonly Statement s_all = new($"SELECT {TitleRow.Names} FROM titles");

    private static readonly Statement s_write = new($"""
        INSERT OR REPLACE INTO titles ({TitleRow.Names})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        """);

    public Task<string> VersionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(s_version, static (session, version) => session.Text(version) ?? NoTitles, cancellationToken);

    public Task<IReadOnlyList<Title>> ReadAllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(s_all, static (session, all) =>
        {
            var titles = new List<Title>();
            using (var rows = session.Query(all))
            {
                while (rows.Read())
                    titles.Add(TitleRow.Read(rows));
            }
            // Here and not in SQL, which would copy every row through its sorter.
            titles.Sort(static (one, other) => one.Key.Kind != other.Key.Kind ? one.Key.Kind.CompareTo(other.Key.Kind)
                : one.Popularity != other.Popularity ? other.Popularity.CompareTo(one.Popularity) : one.Key.Id.CompareTo(other.Key.Id));
            return (IReadOnlyList<Title>)titles;
        }, cancellationToken);

    public Task WriteAsync(IEnumerable<Title> titles, string version, CancellationToken cancellationToken)
    {
        // Listed before the write begins: a source that is slow, fails or reads this database must not hold the write lock.
        List<Title> listed = [.. titles];
        return database.WriteAsync((listed, version), static (session, write) =>
        {
            foreach (var title in write.listed)
                session.Execute(s_write, TitleRow.Values(title));
            return session.Execute(s_setVersion, write.version);
        }, cancellationToken);
    }
}
