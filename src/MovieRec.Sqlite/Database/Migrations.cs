using System.Reflection;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Emails;

namespace MovieRec.Sqlite.Database;

/// <summary>Schema migrations: <c>Migrations/0001.sql</c> creates version 1, <c>0002.sql</c> makes version 2 of version 1, and so
/// on.</summary>
/// <remarks>The file's version is in its <c>user_version</c>. A released migration is never edited.</remarks>
internal static class Migrations
{
    /// <summary>Application id "MvRc" in the file's header, which distinguishes the database from those of other programs.</summary>
    private const long ApplicationId = 0x4D765263;

    private static readonly Statement s_version = new("PRAGMA user_version");
    private static readonly Statement s_application = new("PRAGMA application_id");
    private static readonly Statement s_check = new("PRAGMA quick_check(1)");
    private static readonly Statement s_tables = new("SELECT count(*) FROM sqlite_schema");

    private static readonly string[] s_names =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order()];

    /// <summary>Schema version that this program reads and writes.</summary>
    public static int Newest => s_names.Length;

    /// <summary>Migrates the file to <see cref="Newest"/> in one transaction.</summary>
    /// <returns>The version before the migration; 0 for a new file.</returns>
    /// <exception cref="ConfigurationException">The file is damaged, of a newer version, or another program's.</exception>
    /// <remarks>A file of an older version is copied first, so that the operator can return to the older program.</remarks>
    public static int Apply(Session session, string path)
    {
        CheckPages(session, path);
        var version = GetVersion(session, path);
        if (version > 0 && version < Newest)
            DatabaseBackup.Keep(path, version);
        // Under the write lock, since two programs may start on one new file, and neither may see a partial migration of the other.
        return session.InTransaction(path, static (session, path) => Migrate(session, path));
    }

    /// <summary>Checks that the file is a complete database of this program, of this version or an older one.</summary>
    /// <exception cref="ConfigurationException">The file is not such a database.</exception>
    public static void Check(Session session, string path)
    {
        CheckPages(session, path);
        if (GetVersion(session, path) == 0)
            throw new ConfigurationException($"The database {path} is empty.");
    }

    private static void CheckPages(Session session, string path)
    {
        // Takes 2 ms per megabyte, and prevents results that are read from damaged pages.
        if (session.Text(s_check) is not "ok")
            throw new ConfigurationException(StartFailure.Damaged(path));
    }

    private static int Migrate(Session session, string path)
    {
        var version = GetVersion(session, path);
        if (version == Newest)
            return version;
        session.Define("email_key", email => EmailAddress.Parse(email).Key);
        foreach (var name in s_names.Skip(version))
            session.Run(GetText(name));
        session.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Newest}");
        return version;
    }

    private static int GetVersion(Session session, string path)
    {
        var version = (int)session.Integer(s_version);
        var isOurs = session.Integer(s_application) == ApplicationId;
        if (!isOurs && session.Integer(s_tables) > 0)
            throw new ConfigurationException($"The database {path} was made by another program; name another --data folder.");
        if (version > Newest)
        {
            throw new ConfigurationException($"The database {path} is of version {version}, newer than this program's {Newest}; "
                + "run a newer MovieRec or name another --data folder.");
        }
        return version;
    }

    private static string GetText(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
