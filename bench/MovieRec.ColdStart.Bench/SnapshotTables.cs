using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Api.MediaLists;
using MovieRec.Aws;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.MediaLists;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Snapshots;
using MovieRec.Engine.Titles;

namespace MovieRec.ColdStart.Bench;

/// <summary>Catalogue in the tables, written by the product's stores: its snapshot, its records, and a user's favourites.</summary>
internal sealed class SnapshotTables(IAmazonDynamoDB client)
{
    private const int Favourites = 10;

    private readonly MovieRecTables _tables =
        new(client, new TableNames(new Dictionary<Table, string>()), TimeProvider.System, new Random(1));

    /// <summary>Publishes a snapshot that replaces the current one; returns its size in bytes.</summary>
    public async Task<int> PublishAsync(IReadOnlyList<Title> titles, CancellationToken cancellationToken)
    {
        var store = new DynamoDbSnapshotStore(_tables);
        var current = await store.ListAsync(cancellationToken);
        var version = $"tmdb-bench-{titles.Count}";
        var snapshot = SnapshotWriter.Write(new CatalogueContent(version, titles));
        if (await store.PublishAsync(snapshot, version, current.Count > 0 ? current[0] : null, cancellationToken) is null)
            throw new InvalidOperationException("The snapshot was not published.");
        var records = new List<TitleRecord>(titles.Count);
        foreach (var title in titles)
            records.Add(new TitleRecord(title) { FetchedAt = TimeProvider.System.GetUtcNow() });
        await new DynamoDbTitleRecords(_tables).WriteAsync(records, cancellationToken);
        var list = DynamoDbMediaListStore.Favourites(_tables);
        for (var at = 0; at < Favourites; at++)
        {
            var liked = titles[at * 7];
            var entry = new MediaListEntry
            {
                Key = liked.Key,
                Title = liked.Name,
                GenreIds = [.. liked.GenreIds],
                AddedAt = DateTimeOffset.UnixEpoch.AddDays(20_000 + at),
            };
            await list.AddAsync(Issuer.UserId, entry, cancellationToken);
        }

        return snapshot.Core.Length + snapshot.Names.Length;
    }

    public static JsonArray GetItems(JsonNode body) => (body["items"] ?? body["results"])!.AsArray();
}
