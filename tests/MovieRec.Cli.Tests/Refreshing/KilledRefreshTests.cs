using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Cli.Tests.Refreshing;

/// <summary>Refreshes that are killed (SIGKILL) twenty times while a host has the database open.</summary>
/// <remarks>The kills come at any point from the first list to the last write of publishing. The catalogue for the host is complete each
/// time, and the next run resumes.</remarks>
public sealed class KilledRefreshTests
{
    /// <summary>Number of titles that are written together, and so may be lost by a kill.</summary>
    private const int Together = 100;
    private const int PublishingKills = 9;

    /// <summary>Requests after which each run is killed.</summary>
    /// <remarks>Some more come before the process is dead, so there are twice as many titles.</remarks>
    private static readonly int[] s_requests = [1, 7, 30, 60, 130, 101, 150, 199, 120, 250, 160];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refresh_KilledTwentyTimes_LeavesAWholeCatalogueAndGoesOn()
    {
        await using var refreshed = new Refreshed(new TmdbServer(2_000, 800));
        var kills = 0;
        foreach (var requests in s_requests)
        {
            // One request per interval gets no response, so that no run ends before it is killed.
            refreshed.Tmdb.Inject(TmdbFault.Hang() with { Every = requests });
            if (await RunAsync(refreshed, _ => refreshed.Tmdb.ReceivesAsync(requests)))
                kills++;
            refreshed.Tmdb.Recover();
            // The first runs end early, so that a catalogue is published before later runs are killed.
            if (requests == 130)
                (await RunAsync(refreshed, null, "--requests", "20")).ShouldBeFalse();
        }

        kills.ShouldBe(s_requests.Length);
        (await RunAsync(refreshed, null)).ShouldBeFalse();

        for (var (round, ended) = (1, 0); kills < s_requests.Length + PublishingKills; round++)
        {
            await NoteANewTitleAsync(refreshed, round);
            // Counts the writes after the response with the new title: its record, the snapshot, the wanted list, the lease. If the machine
            // was too slow to kill in time, later rounds count fewer of them, down to that response, which then hangs.
            var writes = 1 + (round % 6) - ended;
            if (writes <= 0)
                refreshed.Tmdb.Inject(TmdbFault.Hang());
            if (await RunAsync(refreshed, over => WritesAfterTheNextRequestAsync(refreshed, writes, over)))
                kills++;
            else
                ended++;
            refreshed.Tmdb.Recover();
        }

        (await RunAsync(refreshed, null)).ShouldBeFalse();
        var (_, output, _) = await refreshed.RunAsync();
        output.ShouldStartWith("0 titles fetched");
        kills.ShouldBe(20);
        (await refreshed.CurrentKeysAsync()).ShouldBe(Refreshed.KeysAt(refreshed.Tmdb));
        (await refreshed.Wanted.ReadAsync(Token)).ShouldBeEmpty();
        Integrity(refreshed.Database).ShouldBe("ok");
    }

    /// <summary>Runs a refresh until <paramref name="moment"/>, then checks the stored data.</summary>
    /// <returns>True if it was killed; false if it had ended.</returns>
    private static async Task<bool> RunAsync(Refreshed refreshed, Func<CancellationToken, Task>? moment, params string[] options)
    {
        var all = refreshed.Tmdb.Titles.Where(title => title.IsShown).Select(title => title.Facts.Key).ToArray();
        var there = await ThereAsync(refreshed, all);
        var before = await refreshed.CurrentAsync();
        refreshed.Tmdb.Forget();

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var struck = moment?.Invoke(over.Token);
        using var process = Commands.Program.Start(refreshed.Environment, refreshed.Command(["--lease", "1", .. options]));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        var ended = process.WaitForExitAsync(Token);
        await Task.WhenAny(ended, struck ?? ended);
        process.Kill(entireProcessTree: true);
        await ended;
        await over.CancelAsync();
        var isKilled = process.ExitCode == 128 + 9;
        if (!isKilled)
            process.ExitCode.ShouldBe(0, await output + await error);

        var asked = GetDetails(refreshed.Tmdb);
        asked.ShouldBeUnique();
        asked.Intersect(there).ShouldBeEmpty("existing records are not requested again");
        var now = await ThereAsync(refreshed, all);
        asked.Except(now).Count().ShouldBeLessThanOrEqualTo(Together);
        there.Except(now).ShouldBeEmpty();

        var current = await refreshed.CurrentAsync();
        if (before is null && current is null)
            return isKilled;
        var titles = current.ShouldNotBeNull().Titles.Select(title => title.Key).ToArray();
        titles.ShouldBeUnique();
        titles.Except(now).ShouldBeEmpty("every title of the current catalogue has its record");
        titles.Length.ShouldBeGreaterThanOrEqualTo(before?.Titles.Count ?? 0);
        if (!isKilled)
            titles.Length.ShouldBe(now.Count);
        return isKilled;
    }

    /// <summary>Adds a wanted title, so that the next run has something to fetch and to publish.</summary>
    private static Task NoteANewTitleAsync(Refreshed refreshed, int number)
    {
        var title = refreshed.Tmdb.Titles.First(title => title.IsShown && title.Facts.Key.Kind == MediaKind.Movie).Facts;
        var key = new TitleKey(MediaKind.Movie, 5_000 + number);
        refreshed.Tmdb.WithTitle(title with { Key = key, Name = $"Found by a User {number}" });
        return refreshed.Wanted.AddAsync([key], Token);
    }

    private static async Task WritesAfterTheNextRequestAsync(Refreshed refreshed, int writes, CancellationToken over)
    {
        var request = refreshed.Tmdb.ReceivesAsync(1);
        if (writes <= 0)
        {
            await request.WaitAsync(over);
            return;
        }

        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = writes;
        using var log =
            new FileSystemWatcher(refreshed.Folder, "movierec.db-wal") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.Size };
        log.Changed += (_, _) =>
        {
            if (request.IsCompleted && Interlocked.Decrement(ref left) == 0)
                written.TrySetResult();
        };
        log.EnableRaisingEvents = true;
        // A run that ends before this many writes is not killed.
        await written.Task.WaitAsync(over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static TitleKey[] GetDetails(TmdbServer tmdb) =>
        [.. tmdb.Received.Select(request => request.Path.Split('/'))
            .Where(parts => parts is ["movie" or "tv", var id] && id.All(char.IsAsciiDigit))
            .Select(parts => new TitleKey(parts[0] == "tv" ? MediaKind.Tv : MediaKind.Movie, long.Parse(parts[1])))];

    private static async Task<HashSet<TitleKey>> ThereAsync(Refreshed refreshed, IReadOnlyList<TitleKey> keys) =>
        [.. (await refreshed.Records.ReadAsync(keys, Token)).Select(record => record.Facts.Key)];

    private static string Integrity(string path)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
