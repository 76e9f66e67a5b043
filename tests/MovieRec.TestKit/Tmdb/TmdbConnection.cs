using System.Net.Sockets;
using System.Text;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Connection of a client, which carries one request after another.</summary>
internal sealed class TmdbConnection(Socket socket, CancellationToken end)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _filled;

    /// <summary>Reads the head of the next request; returns null at the end of the connection.</summary>
    public async Task<string?> NextAsync()
    {
        while (true)
        {
            var length = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8);
            if (length >= 0)
            {
                var head = Encoding.ASCII.GetString(_buffer, 0, length);
                _filled -= length + 4;
                Buffer.BlockCopy(_buffer, length + 4, _buffer, 0, _filled);
                return head;
            }
            var read = _filled == _buffer.Length ? 0 : await socket.ReceiveAsync(_buffer.AsMemory(_filled), end);
            if (read == 0)
                return null;
            _filled += read;
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[await socket.SendAsync(bytes, end)..];
    }

    /// <summary>Resets the connection, as a crash would.</summary>
    public void Reset() => socket.LingerState = new LingerOption(enable: true, 0);
}
