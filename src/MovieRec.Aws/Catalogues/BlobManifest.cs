using System.Globalization;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Catalogues;

/// <summary>
/// The item that names parcels, and that moves from one to the next. Parts are written without an expiry, since one that was to be
/// taken off when they are in force would delete them if a kill came between. What keeps them from staying for ever instead is that this
/// item names every parcel of which there may be parts that do not expire, from before its first part is written:
/// <list type="bullet">
/// <item>as a <b>claim</b>, with the time, while it is being written;</item>
/// <item>as what is in force (and the one before), once the item has moved to it, which ends the claim in the same update;</item>
/// <item>as <b>leaving</b>, once the item has moved on, until its parts have been given their expiry.</item>
/// </list>
/// Whoever moves the item gives their expiry to all that are leaving, and a claim of more than a day, which a kill left behind, is leaving.
/// A move needs its claim, so one that comes even later than that does not happen. So wherever a write is broken off, nothing that is in
/// force ever expires, and what is not goes at the latest with the first move after a day.
/// </summary>
internal sealed class BlobManifest(MovieRecTables tables, string table, Dictionary<string, AttributeValue> key, ChunkedBlobs parcels)
{
    private const string Claims = "claims", Leaving = "leaving";

    private static readonly TimeSpan s_longestClaim = TimeSpan.FromDays(1);

    public Dictionary<string, AttributeValue> Key => new(key, StringComparer.Ordinal);

    /// <summary>The item; null where there is none.</summary>
    public async Task<Dictionary<string, AttributeValue>?> ReadAsync(CancellationToken cancellationToken)
    {
        var item =
            (await tables.GetAsync(new GetItemRequest { TableName = table, Key = Key, ConsistentRead = true }, cancellationToken)).Item;
        return item is { Count: > 0 } ? item : null;
    }

    /// <summary>Writes a blob and then moves the item to it; whatever breaks it off, the current blob stays whole.</summary>
    /// <param name="id">From <see cref="ChunkedBlobs.NewId"/>.</param>
    /// <param name="sections">The sections' bytes.</param>
    /// <param name="move">Returns the change that moves the item as it is now to the blob; null if the blob must not replace it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False if the item was not moved: it must not be, or writing took more than a day.</returns>
    public async Task<bool> ReplaceAsync(
        string id, IReadOnlyList<ReadOnlyMemory<byte>> sections, Func<Dictionary<string, AttributeValue>, ManifestMove?> move,
        CancellationToken cancellationToken)
    {
        var claim = string.Create(CultureInfo.InvariantCulture, $"{id}/{tables.Clock.GetUtcNow().ToUnixTimeSeconds()}");
        var item = (await UpdateAsync(
            "ADD #claims :claims", null, new(StringComparer.Ordinal) { ["#claims"] = Claims },
            new(StringComparer.Ordinal) { [":claims"] = GetSet(claim) }, cancellationToken))!;
        if (move(item) is not null)
        {
            for (var section = 0; section < sections.Count; section++)
                await parcels.WriteAsync(id, section, sections[section], cancellationToken);
        }
        while (move(item) is { } next)
        {
            var moved = await MoveAsync(claim, next, cancellationToken);
            item = moved ?? await ReadAsync(cancellationToken) ?? [];
            // The SDK repeats a move whose response was lost, and then it fails against itself.
            if (moved is not null || next.IsDone(item))
            {
                await TidyAsync(item, cancellationToken);
                return true;
            }
            if (!GetSet(item, Claims).Contains(claim))
                return false;
        }
        if (await CondemnAsync(claim, cancellationToken) is { } abandoned)
            await TidyAsync(abandoned, cancellationToken);
        return false;
    }

    /// <summary>Changes the item if a condition holds, or there is none.</summary>
    /// <returns>The item as it is then; null where the condition does not hold.</returns>
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

    /// <summary>
    /// Gives their expiry to all that are leaving. What was to be done is done and in force by then, so a failure is left to the next.
    /// </summary>
    /// <param name="item">The item as it is.</param>
    /// <param name="cancellationToken">Stops tidying.</param>
    private async Task TidyAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var claim in GetSet(item, Claims))
            {
                if (IsOfTheDead(claim))
                    item = await CondemnAsync(claim, cancellationToken) ?? item;
            }
            foreach (var id in GetSet(item, Leaving))
            {
                await parcels.RetireAsync(id, cancellationToken);
                await UpdateAsync(
                    "DELETE #leaving :ids", "attribute_exists(#leaving)", new(StringComparer.Ordinal) { ["#leaving"] = Leaving },
                    new(StringComparer.Ordinal) { [":ids"] = GetSet(id) }, cancellationToken);
            }
        }
        catch (Exception e) when (e is UnavailableException or OperationCanceledException)
        {
        }
    }

    private static AttributeValue GetSet(string one) => new() { SS = [one] };

    private Task<Dictionary<string, AttributeValue>?> MoveAsync(string claim, ManifestMove move, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(move.Names, StringComparer.Ordinal) { ["#claims"] = Claims };
        var values = new Dictionary<string, AttributeValue>(move.Values, StringComparer.Ordinal)
        {
            [":claims"] = GetSet(claim),
            [":claim"] = Attributes.Text(claim),
        };
        var update = $"{move.Update} DELETE #claims :claims";
        if (move.Replaced is { } replaced)
        {
            names["#leaving"] = Leaving;
            values[":leaving"] = GetSet(replaced);
            update += " ADD #leaving :leaving";
        }
        return UpdateAsync(update, $"{move.Condition} AND contains(#claims, :claim)", names, values, cancellationToken);
    }

    private Task<Dictionary<string, AttributeValue>?> CondemnAsync(string claim, CancellationToken cancellationToken) => UpdateAsync(
        "DELETE #claims :claims ADD #leaving :ids",
        "contains(#claims, :claim)",
        new(StringComparer.Ordinal) { ["#claims"] = Claims, ["#leaving"] = Leaving }, new(StringComparer.Ordinal)
        {
            [":claims"] = GetSet(claim),
            [":claim"] = Attributes.Text(claim),
            [":ids"] = GetSet(claim.Split('/')[0]),
        },
        cancellationToken);

    private bool IsOfTheDead(string claim) =>
        !long.TryParse(
            claim.AsSpan(claim.IndexOf('/', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        || since < (tables.Clock.GetUtcNow() - s_longestClaim).ToUnixTimeSeconds();

    private static List<string> GetSet(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var set) ? set.SS ?? [] : [];
}

/// <summary>Change of a manifest's item that moves it to a blob.</summary>
/// <param name="Update">The expressions SET and REMOVE.</param>
/// <param name="Condition">Holds if the item is still as it was read.</param>
/// <param name="Names">The names in both expressions.</param>
/// <param name="Values">The values in both expressions.</param>
/// <param name="Replaced">The id of the blob that the item then no longer names; null if there is none.</param>
/// <param name="IsDone">Whether an item has been moved so.</param>
internal sealed record ManifestMove(
    string Update, string Condition, Dictionary<string, string> Names, Dictionary<string, AttributeValue> Values, string? Replaced,
    Func<Dictionary<string, AttributeValue>, bool> IsDone);
