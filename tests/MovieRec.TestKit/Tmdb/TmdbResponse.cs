using System.Buffers;
using System.Text;
using System.Text.Json;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Response of the server.</summary>
internal sealed record TmdbResponse(int Status, ReadOnlyMemory<byte> Body)
{
    public string? RetryAfter { get; init; }

    public static TmdbResponse Create(int status, string body) => new(status, Encoding.UTF8.GetBytes(body));

    public static TmdbResponse Create(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(body))
            write(json);
        return new(200, body.WrittenMemory);
    }

    /// <summary>Returns status line, headers and body.</summary>
    public byte[] ToBytes(bool saysLength = true)
    {
        var length = saysLength ? $"Content-Length: {Body.Length}\r\n" : "Connection: close\r\n";
        var retry = RetryAfter is null ? "" : $"Retry-After: {RetryAfter}\r\n";
        var head = $"HTTP/1.1 {Status} X\r\nContent-Type: application/json;charset=utf-8\r\n{length}{retry}\r\n";
        var bytes = new byte[head.Length + Body.Length];
        Encoding.ASCII.GetBytes(head, bytes);
        Body.CopyTo(bytes.AsMemory(head.Length));
        return bytes;
    }
}
