using System.Text;

namespace MovieRec.TestKit.BadInput;

/// <summary>Request with one mistake, and the response that it must get.</summary>
/// <param name="Route">Its entry in the route table, such as <c>POST /user/favourites</c>.</param>
/// <param name="What">The mistake.</param>
/// <param name="Query">With its question mark; empty for none.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Expected">Status and code, such as <c>400 ValidationFailed</c>.</param>
public sealed record BadRequest(string Route, string What, string Query, byte[]? Body, string Expected)
{
    public const string Invalid = "400 ValidationFailed";
    public const string Malformed = "400 InvalidJson";
    public const string TooLarge = "413 PayloadTooLarge";

    public string Name => $"{Route}: {What}";

    public HttpMethod Verb => new(Route[..Route.IndexOf(' ', StringComparison.Ordinal)]);

    /// <summary>True if API Gateway rejects it before any function runs: request line and headers share one limit.</summary>
    public bool HasALongHead => Query.Length > 10_000;

    public string Target => Route[(Route.IndexOf(' ', StringComparison.Ordinal) + 1)..] + Query;

    public static IEnumerable<BadRequest> Bodies(string route, IEnumerable<(string What, string Json)> table, string expected = Invalid) =>
        table.Select(row => new BadRequest(route, row.What, "", Encoding.UTF8.GetBytes(row.Json), expected));

    public static IEnumerable<BadRequest> Queries(
        string route, IEnumerable<(string What, string Query)> table, string expected = Invalid) =>
        table.Select(row => new BadRequest(route, row.What, "?" + row.Query, null, expected));
}
