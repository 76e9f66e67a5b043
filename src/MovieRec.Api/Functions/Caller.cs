namespace MovieRec.Api.Functions;

/// <summary>Authenticated user of a request, named by a verified access token.</summary>
/// <param name="UserId">The token's <c>sub</c>: the partition key of all that the user owns.</param>
public sealed record Caller(string UserId);
