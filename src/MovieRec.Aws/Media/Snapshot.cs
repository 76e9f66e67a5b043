using System.Globalization;
using Amazon.DynamoDBv2.Model;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Media;

/// <summary>The pointer to the snapshot in force: item <c>snapshot</c>, <c>current</c>. Its shards are the items
/// <c>snapshot#&lt;Id&gt;</c>, <c>shard#000</c> and on.</summary>
/// <param name="Id">The snapshot's name, of no other snapshot's.</param>
/// <param name="Version">What <see cref="MovieRec.Api.Media.ITitleStore.VersionAsync"/> answers.</param>
/// <param name="ShardCount">How many shards it has.</param>
internal sealed record Snapshot(string Id, string Version, int ShardCount)
{
    public const string IdName = "snapshotId";
    public const string Data = "data";

    private const string VersionName = "version";
    private const string ShardsName = "shards";

    public static Dictionary<string, AttributeValue> PointerKey => Key("snapshot", "current");

    public IEnumerable<Dictionary<string, AttributeValue>> ShardKeys
    {
        get
        {
            for (var index = 0; index < ShardCount; index++)
                yield return ShardKey(Id, index);
        }
    }

    public static Dictionary<string, AttributeValue> Key(string mediaId, string mediaType) => new(StringComparer.Ordinal)
    {
        [TableSchema.MediaId] = Attributes.Text(mediaId),
        [TableSchema.MediaType] = Attributes.Text(mediaType),
    };

    public static Dictionary<string, AttributeValue> ShardKey(string id, int index) =>
        Key($"snapshot#{id}", string.Create(CultureInfo.InvariantCulture, $"shard#{index:D3}"));

    public static Snapshot? Read(Dictionary<string, AttributeValue>? pointer) =>
        pointer is { Count: > 0 } && pointer.TextOf(IdName) is { } id
            ? new Snapshot(id, pointer.TextOf(VersionName) ?? id, (int)(pointer.IntegerOf(ShardsName) ?? 0))
            : null;

    public Dictionary<string, AttributeValue> Write()
    {
        var pointer = PointerKey;
        pointer[IdName] = Attributes.Text(Id);
        pointer[VersionName] = Attributes.Text(Version);
        pointer[ShardsName] = Attributes.Number((long)ShardCount);
        return pointer;
    }
}
