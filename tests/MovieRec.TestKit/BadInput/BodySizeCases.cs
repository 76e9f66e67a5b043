using System.Text;
using MovieRec.TestKit.Requests;

namespace MovieRec.TestKit.BadInput;

/// <summary>Bodies that exceed the limit of their route, by one byte and by far.</summary>
public static class BodySizeCases
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly byte[] s_spaces = Padded("{}", 11 * Mebibyte);
    private static readonly byte[] s_brackets = [.. "{\"a\":"u8, .. Enumerable.Repeat((byte)'[', 11 * Mebibyte)];

    public static IEnumerable<BadRequest> All => MalformedBodyCases.BodyRoutes.SelectMany(route => (BadRequest[])
    [
        new(route, "one byte over the limit", "", Padded("{}", ValidRequests.GetRoute(route).BodyLimit + 1), BadRequest.TooLarge),
        new(route, "1 MiB", "", Padded("{}", Mebibyte), BadRequest.TooLarge),
        new(route, "11 MiB, beyond the gateway's own limit", "", s_spaces, BadRequest.TooLarge),
        new(route, "11 MiB of opening brackets", "", s_brackets, BadRequest.TooLarge),
    ]);

    /// <summary>Pads the object with trailing white space to <paramref name="size"/> bytes.</summary>
    public static byte[] Padded(string json, int size)
    {
        var body = new byte[size];
        body.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(json, body);
        return body;
    }
}
