using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Aws;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.TestKit;
using MovieRec.Tmdb;

namespace MovieRec.Refresh.Bench;

/// <summary>Refresh of an empty store, with its figures on one line.</summary>
internal static class Refreshing
{
    public static async Task RunAsync(Uri address, int rate, int seconds, string? endpoint)
    {
        using var folder = new TemporaryFolder();
        using var database = MovieRecDatabase.Open(folder.File("movierec.db"), NullLogger<MovieRecDatabase>.Instance);
        using var client = DynamoDbLocal.GetClient(endpoint ?? "http://127.0.0.1:1");
        var (clock, random) = (TimeProvider.System, new Random(1));
        var tables = new MovieRecTables(client, new TableNames(), clock, random);
        ITitleRecords records = endpoint is null ? new SqliteTitleRecords(database, clock) : new DynamoDbTitleRecords(tables);
        ISnapshotStore snapshots = endpoint is null ? new SqliteSnapshotStore(database) : new DynamoDbSnapshotStore(tables);
        IWantedTitles lists = endpoint is null ? new SqliteWantedTitles(database) : new DynamoDbWantedTitles(tables);
        IRefreshState state = endpoint is null ? new SqliteRefreshState(database) : new DynamoDbRefreshState(tables);
        using var http = TmdbHttp.CreateClient();
        using var source = new TmdbSource(
            new TmdbOptions { Key = StandIn.Key, BaseAddress = address, RequestsPerSecond = rate }, http, clock, random,
            NullLogger.Instance);
        var refresh = new CatalogueRefresh(source, records, snapshots, lists, state, clock, random, NullLogger.Instance);
        var options =
            new RefreshOptions { Films = 10_000, Series = 2_000, Time = seconds == 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds) };

        var started = Stopwatch.GetTimestamp();
        var publishing = started;
        var outcome = await refresh.RunAsync(
            options, progress => publishing = progress is { Phase: RefreshPhase.Publishing, Done: 0 }
                ? Stopwatch.GetTimestamp()
                : publishing, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var published = Stopwatch.GetElapsedTime(publishing).TotalSeconds;
        var mark = (await snapshots.ListAsync(CancellationToken.None))[0];
        var snapshot = (await snapshots.ReadAsync(mark, withNames: true, CancellationToken.None))!;
        var status = await File.ReadAllLinesAsync("/proc/self/status", CancellationToken.None);
        var peak = status.First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        Console.Write(
            $"| {(endpoint is null ? "SQLite" : "DynamoDB Local")}, {rate:N0}/s | {outcome.End} | {outcome.Fetched:N0} | {took:F1} | "
            + $"{outcome.Fetched / took:N0} "
            + $"| {published:F1} | {int.Parse(peak) / 1024.0:N0} | {GC.GetTotalAllocatedBytes() / 1e6:N0} | "
            + $"{snapshot.Core.Length + snapshot.Names.Length:N0} |");
    }
}
