using System.IO.Compression;
using System.Text.Json;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Media;

/// <summary>Packs titles into pieces that fit an item, which DynamoDB limits to 400 KB: JSON lists, compressed.</summary>
internal static class Shards
{
    /// <summary>Bytes a shard before compression, which never makes it noticeably longer and mostly a third as long.</summary>
    private const int MaxBytes = 340_000;

    public static IEnumerable<MemoryStream> Pack(IEnumerable<Title> titles)
    {
        var json = new MemoryStream();
        foreach (var title in titles)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(title, TitleJson.Default.Title);
            if (json.Length > 0 && json.Length + bytes.Length >= MaxBytes)
            {
                yield return Compressed(json);
                json.SetLength(0);
            }
            json.WriteByte(json.Length == 0 ? (byte)'[' : (byte)',');
            json.Write(bytes);
        }
        if (json.Length > 0)
            yield return Compressed(json);
    }

    public static List<Title> Unpack(Stream shard)
    {
        using var json = new GZipStream(shard, CompressionMode.Decompress);
        return JsonSerializer.Deserialize(json, TitleJson.Default.ListTitle)!;
    }

    private static MemoryStream Compressed(MemoryStream json)
    {
        var shard = new MemoryStream();
        using (var zip = new GZipStream(shard, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(json.GetBuffer().AsSpan(0, (int)json.Length));
            zip.WriteByte((byte)']');
        }
        shard.Position = 0;
        return shard;
    }
}
