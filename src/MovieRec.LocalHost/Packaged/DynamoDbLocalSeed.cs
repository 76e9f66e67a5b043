using Amazon.DynamoDBv2;
using MovieRec.Api.Catalogues;
using MovieRec.Aws;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;
using MovieRec.LocalHost.Standalone;

namespace MovieRec.LocalHost.Packaged;

/// <summary>DynamoDB Local with the tables and the embedded catalogue.</summary>
/// <remarks>
/// It syncs its file for every item, so that 12,000 items take minutes on a disk. The catalogue is therefore loaded into a copy in
/// memory, which replaces the database when it is complete.
/// </remarks>
/// <param name="folder">The folder of the database; it exists only if it is complete.</param>
internal sealed class DynamoDbLocalSeed(EmulatorFolder installed, string folder, LocalHostOptions options, ILogger log)
{
    private const string InMemory = "/dev/shm";

    private readonly string _partial = folder + ".partial";
    private readonly string _next = folder + ".next";

    public async Task<DynamoDbLocal> StartAsync(CancellationToken cancellationToken)
    {
        TakeOver();
        if (Directory.Exists(folder))
        {
            var local = await StartAsync(folder, cancellationToken);
            using var catalogue = GetCatalogue(local.Client);
            if (!await GetEmbedded(catalogue, local.Client).IsWantedAsync(cancellationToken))
                return local;
            await local.DisposeAsync();
        }

        await LoadApartAsync(cancellationToken);
        return await StartAsync(folder, cancellationToken);
    }

    private async Task<DynamoDbLocal> StartAsync(string at, CancellationToken cancellationToken)
    {
        var local = await DynamoDbLocal.StartAsync(installed, at, options.Clock, cancellationToken);
        try
        {
            using var client = DynamoDbLocal.GetClient(local.Endpoint);
            await EmulatedTables.CreateAsync(client, new TableNames(), cancellationToken);
            return local;
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    private async Task LoadApartAsync(CancellationToken cancellationToken)
    {
        var copy = Directory.CreateDirectory(
            Path.Combine(Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"movierec-{Guid.NewGuid():N}"));
        try
        {
            Copy(folder, copy.FullName);
            await using (var local = await StartAsync(copy.FullName, cancellationToken))
            {
                using var client = DynamoDbLocal.GetClient(local.Endpoint);
                using var catalogue = GetCatalogue(client);
                await GetEmbedded(catalogue, client).LoadAsync(options.Progress, cancellationToken);
            }

            Replace(copy.FullName);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private MovieRecTables GetTables(IAmazonDynamoDB client) =>
        new(client, new TableNames(), options.Clock, Random.Shared, Timeout.InfiniteTimeSpan);

    private CatalogueCache GetCatalogue(IAmazonDynamoDB client) =>
        new(new DynamoDbSnapshotStore(GetTables(client)), withNames: true, null, options.Clock, log);

    private EmbeddedCatalogue GetEmbedded(CatalogueCache catalogue, IAmazonDynamoDB client) =>
        new(catalogue, new DynamoDbTitleRecords(GetTables(client)), new DynamoDbSnapshotStore(GetTables(client)), log);

    /// <summary>Replaces the database; a kill at any time leaves a complete one, and the next start continues.</summary>
    private void Replace(string complete)
    {
        Delete(_partial);
        Copy(complete, _partial);
        Directory.Move(_partial, _next);
        TakeOver();
    }

    private void TakeOver()
    {
        if (!Directory.Exists(_next))
            return;
        Delete(folder);
        Directory.Move(_next, folder);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
