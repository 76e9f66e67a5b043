using System.Globalization;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Catalogues;

/// <summary>Manifest: the item that names the current chunked blob, and every other blob whose chunks have no expiry.</summary>
/// <remarks>
/// Chunks are written without an expiry. Otherwise the expiry would have to be removed when the blob becomes current, and if the process
/// were killed between the two, DynamoDB would delete the current blob. To prevent chunks from staying for ever, the manifest names every
/// blob that may have chunks without an expiry, from before its first chunk is written. A blob is <b>uploading</b>, with its start time,
/// while it is written. It is <b>current</b> (or previous) once the manifest has moved to it, which ends the upload in the same update. It
/// is <b>expiring</b> once the manifest has moved on, until its chunks have their expiry. Each move sets the expiry of all expiring blobs.
/// An upload that is older than a day was left behind by a killed process and is treated as expiring. A move requires that its upload is
/// still named, so a later move fails. Therefore, wherever a write is interrupted, no chunk of the current blob expires, and all other
/// chunks expire at the latest with the first move after a day.
/// </remarks>
internal sealed class BlobManifest(MovieRecTables tables, string table, Dictionary<string, AttributeValue> key, ChunkedBlobs blobs)
{
    private const string Uploads = "claims", Expiring = "leaving";

    private static readonly TimeSpan s_longestUpload = TimeSpan.FromDays(1);

    public Dictionary<string, AttributeValue> Key => new(key, StringComparer.Ordinal);

    /// <summary>Reads the manifest; returns null if there is none.</summary>
    public async Task<Dictionary<string, AttributeValue>?> ReadAsync(CancellationToken cancellationToken)
    {
        var item =
            (await tables.GetAsync(new GetItemRequest { TableName = table, Key = Key, ConsistentRead = true }, cancellationToken)).Item;
        return item is { Count: > 0 } ? item : null;
    }

    /// <summary>Writes a blob and then moves the manifest to it; if it is interrupted, the current blob stays whole.</summary>
    /// <param name="id">From <see cref="ChunkedBlobs.NewId"/>.</param>
    /// <param name="sections">The sections' bytes.</param>
    /// <param name="move">Returns the change that moves the given item to the blob; null if the blob must not replace the current
    /// one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False if <paramref name="move"/> returned null, or if writing took more than a day.</returns>
    public async Task<bool> ReplaceAsync(
        string id, IReadOnlyList<ReadOnlyMemory<byte>> sections, Func<Dictionary<string, AttributeValue>, ManifestMove?> move,
        CancellationToken cancellationToken)
    {
        var upload = string.Create(CultureInfo.InvariantCulture, $"{id}/{tables.Clock.GetUtcNow().ToUnixTimeSeconds()}");
        var item = (await UpdateAsync(
            "ADD #uploads :uploads", null, new(StringComparer.Ordinal) { ["#uploads"] = Uploads },
            new(StringComparer.Ordinal) { [":uploads"] = GetSet(upload) }, cancellationToken))!;
        if (move(item) is not null)
        {
            for (var section = 0; section < sections.Count; section++)
                await blobs.WriteAsync(id, section, sections[section], cancellationToken);
        }
        while (move(item) is { } next)
        {
            var moved = await MoveAsync(upload, next, cancellationToken);
            item = moved ?? await ReadAsync(cancellationToken) ?? [];
            // If a response is lost, the SDK repeats the move, whose condition then fails because the first attempt succeeded.
            if (moved is not null || next.IsDone(item))
            {
                await ExpireAsync(item, cancellationToken);
                return true;
            }
            if (!GetSet(item, Uploads).Contains(upload))
                return false;
        }
        if (await EndUploadAsync(upload, cancellationToken) is { } abandoned)
            await ExpireAsync(abandoned, cancellationToken);
        return false;
    }

    /// <summary>Updates the manifest if the condition, if any, holds.</summary>
    /// <returns>The new item; null if the condition does not hold.</returns>
    public async Task<Dictionary<string, AttributeValue>?> UpdateAsync(
        string update, string? condition, Dictionary<string, string> names, Dictionary<string, AttributeValue> values,
        CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = Key,
            UpdateExpression = update,
            ConditionExpression = condition,
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
            ReturnValues = Amazon.DynamoDBv2.ReturnValue.ALL_NEW,
        };
        try
        {
            return (await tables.UpdateAsync(request, cancellationToken)).Attributes ?? [];
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }

    /// <summary>Sets the expiry of all expiring blobs; a failure is left to the next move.</summary>
    /// <param name="item">The current item.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task ExpireAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var upload in GetSet(item, Uploads))
            {
                if (IsAbandoned(upload))
                    item = await EndUploadAsync(upload, cancellationToken) ?? item;
            }
            foreach (var id in GetSet(item, Expiring))
            {
                await blobs.RetireAsync(id, cancellationToken);
                await UpdateAsync(
                    "DELETE #expiring :ids", "attribute_exists(#expiring)", new(StringComparer.Ordinal) { ["#expiring"] = Expiring },
                    new(StringComparer.Ordinal) { [":ids"] = GetSet(id) }, cancellationToken);
            }
        }
        catch (Exception e) when (e is UnavailableException or OperationCanceledException)
        {
        }
    }

    private static AttributeValue GetSet(string one) => new() { SS = [one] };

    private Task<Dictionary<string, AttributeValue>?> MoveAsync(string upload, ManifestMove move, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(move.Names, StringComparer.Ordinal) { ["#uploads"] = Uploads };
        var values = new Dictionary<string, AttributeValue>(move.Values, StringComparer.Ordinal)
        {
            [":uploads"] = GetSet(upload),
            [":upload"] = Attributes.Text(upload),
        };
        var update = $"{move.Update} DELETE #uploads :uploads";
        if (move.Replaced is { } replaced)
        {
            names["#expiring"] = Expiring;
            values[":expiring"] = GetSet(replaced);
            update += " ADD #expiring :expiring";
        }
        return UpdateAsync(update, $"{move.Condition} AND contains(#uploads, :upload)", names, values, cancellationToken);
    }

    private Task<Dictionary<string, AttributeValue>?> EndUploadAsync(string upload, CancellationToken cancellationToken) => UpdateAsync(
        "DELETE #uploads :uploads ADD #expiring :ids",
        "contains(#uploads, :upload)",
        new(StringComparer.Ordinal) { ["#uploads"] = Uploads, ["#expiring"] = Expiring }, new(StringComparer.Ordinal)
        {
            [":uploads"] = GetSet(upload),
            [":upload"] = Attributes.Text(upload),
            [":ids"] = GetSet(upload.Split('/')[0]),
        },
        cancellationToken);

    private bool IsAbandoned(string upload) =>
        !long.TryParse(
            upload.AsSpan(upload.IndexOf('/', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture,
            out var since)
        || since < (tables.Clock.GetUtcNow() - s_longestUpload).ToUnixTimeSeconds();

    private static List<string> GetSet(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var set) ? set.SS ?? [] : [];
}

/// <summary>Change of a manifest that moves it to a blob.</summary>
/// <param name="Update">The expressions SET and REMOVE.</param>
/// <param name="Condition">Holds if the item is still as it was read.</param>
/// <param name="Names">The names in both expressions.</param>
/// <param name="Values">The values in both expressions.</param>
/// <param name="Replaced">The id of the blob that the item then no longer names; null if there is none.</param>
/// <param name="IsDone">Returns true if the given item has been moved to the blob.</param>
internal sealed record ManifestMove(
    string Update, string Condition, Dictionary<string, string> Names, Dictionary<string, AttributeValue> Values, string? Replaced,
    Func<Dictionary<string, AttributeValue>, bool> IsDone);
