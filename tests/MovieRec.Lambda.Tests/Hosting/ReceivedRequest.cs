using System.Globalization;
using System.Text;

namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Request as received over the network.</summary>
internal sealed record ReceivedRequest(string Line, IReadOnlyList<string> Fields, string Body)
{
    public static async Task<ReceivedRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
                return null;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var body = new byte[int.Parse(Field(lines, "Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return new ReceivedRequest(lines[0], lines[1..], Encoding.UTF8.GetString(body));
    }

    public string? Field(string name) => Field(Fields, name);

    private static string? Field(IReadOnlyList<string> lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
