namespace MovieRec.Lambda.RuntimeApi;

/// <summary>Buffer for the bytes of one event, reused for the next.</summary>
internal sealed class EventBuffer
{
    private byte[] _bytes = new byte[16 * 1024];

    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var length = 0;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        while (true)
        {
            if (length == _bytes.Length)
                Array.Resize(ref _bytes, _bytes.Length * 2);
            var read = await stream.ReadAsync(_bytes.AsMemory(length), cancellationToken);
            if (read == 0)
                return _bytes.AsMemory(0, length);
            length += read;
        }
    }
}
