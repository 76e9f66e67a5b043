using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Catalogues;

/// <summary>
/// The model in the table <c>MovieRecCache</c>, beside the catalogue and kept as snapshots are (<see cref="BlobManifest"/>): parts
/// <c>model#&lt;id&gt;</c>, <c>part#000</c> and on, and the pointer <c>model</c>, <c>current</c>, which a write moves last.
/// </summary>
/// <remarks>A pointer of the format before this one (<c>modelId</c>) counts as none.</remarks>
public sealed class DynamoDbModelStore : IModelStore
{
    private const string Id = "id";

    private readonly ChunkedBlobs _parts;
    private readonly BlobManifest _pointer;

    public DynamoDbModelStore(MovieRecTables tables)
    {
        var table = tables.GetName(Table.MovieRecCache);
        _parts = new ChunkedBlobs(tables, table, "model", ["part"]);
        _pointer = new BlobManifest(tables, table, CacheKey.Create("model", "current"), _parts);
    }

    public async Task<string?> MarkAsync(CancellationToken cancellationToken) =>
        await _pointer.ReadAsync(cancellationToken) is { } pointer ? pointer.GetText(Id) : null;

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        // Not with ?: and null, which would be an empty model.
        if (await MarkAsync(cancellationToken) is not { } id || await _parts.ReadAsync(id, 0, cancellationToken) is not { } model)
            return null;
        return model;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> model, CancellationToken cancellationToken)
    {
        var id = _parts.NewId(model);
        var claim = _pointer.ClaimOn(id);
        var pointer = await _pointer.UpdateAsync(
            "ADD #claims :claims", null, new(StringComparer.Ordinal) { ["#claims"] = BlobManifest.Claims },
            new(StringComparer.Ordinal) { [":claims"] = BlobManifest.GetSet(claim) }, cancellationToken);
        await _parts.WriteAsync(id, 0, model, cancellationToken);
        await _pointer.TidyAsync(await MoveAsync(id, claim, pointer!.GetText(Id), cancellationToken), cancellationToken);
    }

    /// <summary>Moves the pointer to a model, whichever it points at: the last one that is written is in force.</summary>
    /// <exception cref="UnavailableException">The claim was given up, since the write took more than a day.</exception>
    private async Task<Dictionary<string, AttributeValue>> MoveAsync(
        string id, string claim, string? before, CancellationToken cancellationToken)
    {
        while (true)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["#claims"] = BlobManifest.Claims, ["#id"] = Id };
            var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
            {
                [":claims"] = BlobManifest.GetSet(claim),
                [":claim"] = Attributes.Text(claim),
                [":id"] = Attributes.Text(id),
            };
            var update = "SET #id = :id DELETE #claims :claims";
            var condition = "attribute_not_exists(#id)";
            if (before is not null)
            {
                names["#leaving"] = BlobManifest.Leaving;
                values[":leaving"] = BlobManifest.GetSet(before);
                values[":before"] = Attributes.Text(before);
                update += " ADD #leaving :leaving";
                condition = "#id = :before";
            }
            if (await _pointer.UpdateAsync(
                update, $"{condition} AND contains(#claims, :claim)", names, values, cancellationToken) is { } moved)
            {
                return moved;
            }
            var found = await _pointer.ReadAsync(cancellationToken) ?? [];
            // A move whose answer was lost is sent again by the SDK, and then fails against itself.
            if (found.GetText(Id) is { } now && now == id)
                return found;
            if (found.GetText(Id) == before)
                throw new UnavailableException("The model was not put in place: writing it took more than a day.");
            before = found.GetText(Id);
        }
    }
}
