using Microsoft.Data.Sqlite;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Operation by which the operator signs out all users, for example after a leak.</summary>
public static class AllSignIns
{
    private static readonly Statement s_forgetKey = new($"DELETE FROM settings WHERE name = '{LocalPoolIdentity.KeySetting}'");

    private static readonly Statement s_forgetTokens = new("DELETE FROM refresh_tokens");

    /// <summary>Removes the refresh tokens and the signing key of access tokens; the next start creates a new key.</summary>
    /// <returns>The number of removed refresh tokens.</returns>
    /// <remarks>The service must be stopped, since it would continue with the key in memory.</remarks>
    /// <exception cref="ConfigurationException">The database does not exist, cannot be used, or a program uses it.</exception>
    public static int End(string database)
    {
        if (!File.Exists(database))
            throw new ConfigurationException($"{database} is not there: give --data with the folder of a service that has run.");
        try
        {
            using var alone = DatabaseLock.TryTakeAlone(database)
                ?? throw new ConfigurationException($"A program uses {database}; stop ./run and every ./movierec, then sign out again.");
            using var session = Connection.Open(database, SqliteOpenMode.ReadWrite);
            Migrations.Check(session, database);
            return session.InTransaction(0, static (session, _) =>
            {
                session.Execute(s_forgetKey);
                return session.Execute(s_forgetTokens);
            });
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Create(database, exception);
        }
    }
}
