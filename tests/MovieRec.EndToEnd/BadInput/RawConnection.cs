using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>Connection that sends exact bytes, for requests that no HTTP client would send.</summary>
internal static class RawConnection
{
    /// <summary>Sends the bytes and reads until the server closes or has sent one complete response.</summary>
    /// <returns>Status (0 if the server closed without one) and the body as text.</returns>
    public static async Task<(int Status, string Body)> SendAsync(string address, params byte[][] parts)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", new Uri(address).Port, cancellation);
        await using var stream = socket.GetStream();
        try
        {
            foreach (var part in parts)
                await stream.WriteAsync(part, cancellation);
        }
        catch (IOException)
        {
            // The server has closed its side early; its response may still be there.
        }

        return await ReadAsync(stream, cancellation);
    }

    private static async Task<(int Status, string Body)> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var response = new StringBuilder();
        var buffer = new byte[8 * 1024];
        try
        {
            int read;
            while (!IsWhole(response.ToString()) && (read = await stream.ReadAsync(buffer, cancellation)) > 0)
                response.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // The connection was reset after the bytes read so far.
        }

        var text = response.ToString();
        var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)
            ? (int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), head < 0 ? "" : text[(head + 4)..])
            : (0, text);
    }

    private static bool IsWhole(string response)
    {
        const string name = "Content-Length: ";
        var head = response.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = response.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (head <= 0 || length <= 0 || length > head)
            return false;
        length += name.Length;
        var digits = response.AsSpan(length, response.IndexOf('\r', length) - length);
        return response.Length >= head + 4 + int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
