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
    public const string Claims = "claims", Leaving = "leaving";

    private static readonly TimeSpan s_longestClaim = TimeSpan.FromDays(1);

    public Dictionary<string, AttributeValue> Key => new(key, StringComparer.Ordinal);

    /// <summary>The item; null where there is none.</summary>
    public async Task<Dictionary<string, AttributeValue>?> ReadAsync(CancellationToken cancellationToken)
    {
        var item =
            (await tables.GetAsync(new GetItemRequest { TableName = table, Key = Key, ConsistentRead = true }, cancellationToken)).Item;
        return item is { Count: > 0 } ? item : null;
    }

    /// <summary>The claim on a parcel, as of now.</summary>
    public string ClaimOn(string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}/{tables.Clock.GetUtcNow().ToUnixTimeSeconds()}");

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

    /// <summary>Gives up a claim whose parcel will not be in force.</summary>
    public async Task AbandonAsync(string claim, CancellationToken cancellationToken)
    {
        if (await CondemnAsync(claim, cancellationToken) is { } item)
            await TidyAsync(item, cancellationToken);
    }

    /// <summary>
    /// Gives their expiry to all that are leaving. What was to be done is done and in force by then, so a failure is left to the next.
    /// </summary>
    /// <param name="item">The item as it is.</param>
    /// <param name="cancellationToken">Stops tidying.</param>
    public async Task TidyAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken)
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

    public static AttributeValue GetSet(string one) => new() { SS = [one] };

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
