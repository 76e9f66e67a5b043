using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Settings;

/// <summary>Values that are created once and stored with the data: keys and ids (table <c>settings</c>).</summary>
public sealed class SqliteSettings(MovieRecDatabase database)
{
    private static readonly Statement s_find = new("SELECT value FROM settings WHERE name = ?1");

    private static readonly Statement s_keep = new("INSERT INTO settings (name, value) VALUES (?1, ?2)");

    /// <summary>Returns the value of <paramref name="name"/>; if there is none, stores and returns the result of
    /// <paramref name="make"/>.</summary>
    /// <remarks>If several programs start at once on one file, all get the same value.</remarks>
    public byte[] GetOrCreate(string name, Func<byte[]> make) => database.Write((name, make), static (session, setting) =>
    {
        using (var row = session.Query(s_find, setting.name))
        {
            if (row.Read())
                return row.Bytes(0).ToArray();
        }
        var made = setting.make();
        session.Execute(s_keep, setting.name, made);
        return made;
    });
}
