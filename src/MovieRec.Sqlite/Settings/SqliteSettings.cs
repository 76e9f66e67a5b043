using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Settings;

/// <summary>Values that are made once and kept with the data: keys and ids (table <c>settings</c>).</summary>
public sealed class SqliteSettings(MovieRecDatabase database)
{
    private static readonly Statement s_find = new("SELECT value FROM settings WHERE name = ?1");

    private static readonly Statement s_keep = new("INSERT INTO settings (name, value) VALUES (?1, ?2)");

    /// <summary>The value kept under <paramref name="name"/>; where there is none, what <paramref name="make"/> makes. However many
    /// programs start at once on one file, all get the same.</summary>
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
