using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Outcomes;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Settings;
using MovieRec.Sqlite.UserPool;
using MovieRec.TestKit;

namespace MovieRec.Sqlite.Tests.UserPool;

public sealed class LocalPoolIdentityTests
{
    /// <summary>Reports one sentence, where there was once a stack trace.</summary>
    [Fact]
    public void LoadOrCreate_ADamagedKey_IsOneSentence()
    {
        using var folder = new TemporaryFolder();
        using var database = MovieRecDatabase.Open(folder.File("movierec.db"), NullLogger<MovieRecDatabase>.Instance);
        var settings = new SqliteSettings(database);
        settings.GetOrCreate("pool-signing-key", () => [1, 2, 3]);

        Should.Throw<ConfigurationException>(() => LocalPoolIdentity.LoadOrCreate(settings)).Message
            .ShouldBe(
                "The signing key in the database is damaged; put a backup in its place (./movierec restore FILE) or name another --data "
                + "folder.");
    }
}
