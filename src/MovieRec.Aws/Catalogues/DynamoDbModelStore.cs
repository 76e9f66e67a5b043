using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Catalogues;

/// <summary>Store of the collaborative model in the table <c>MovieRecCache</c>.</summary>
/// <remarks>
/// Chunks <c>model#&lt;id&gt;</c>, <c>part#000</c>, <c>part#001</c> and so on, and the manifest <c>model</c>, <c>current</c>
/// (<see cref="BlobManifest"/>). A manifest of the previous format (<c>modelId</c>) is treated as missing.
/// </remarks>
public sealed class DynamoDbModelStore : IModelStore
{
    private const string Id = "id";

    private readonly ChunkedBlobs _chunks;
    private readonly BlobManifest _manifest;

    public DynamoDbModelStore(MovieRecTables tables)
    {
        var table = tables.GetName(Table.MovieRecCache);
        _chunks = new ChunkedBlobs(tables, table, "model", ["part"]);
        _manifest = new BlobManifest(tables, table, CacheKey.Create("model", "current"), _chunks);
    }

    public async Task<string?> MarkAsync(CancellationToken cancellationToken) =>
        await _manifest.ReadAsync(cancellationToken) is { } pointer ? pointer.GetText(Id) : null;

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        // Not a conditional expression: its null would be converted to empty bytes, which are an empty model.
        if (await MarkAsync(cancellationToken) is not { } id || await _chunks.ReadAsync(id, 0, cancellationToken) is not { } model)
            return null;
        return model;
    }

    /// <exception cref="UnavailableException">Writing took more than a day.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> model, CancellationToken cancellationToken)
    {
        var id = _chunks.NewId(model);
        // Replaces any other model, so the last writer wins.
        if (!await _manifest.ReplaceAsync(id, [model], pointer => Move(id, pointer.GetText(Id)), cancellationToken))
            throw new UnavailableException("The model was not put in place: writing it took more than a day.");
    }

    private static ManifestMove Move(string id, string? current)
    {
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [":id"] = Attributes.Text(id) };
        if (current is not null)
            values[":current"] = Attributes.Text(current);
        return new ManifestMove(
            "SET #id = :id", current is null ? "attribute_not_exists(#id)" : "#id = :current",
            new(StringComparer.Ordinal) { ["#id"] = Id }, values, current, pointer => pointer.GetText(Id) == id);
    }
}
