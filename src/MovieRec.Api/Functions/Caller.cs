namespace MovieRec.Api.Functions;

/// <summary>Who is calling, as a verified access token says.</summary>
/// <param name="UserId">The token's <c>sub</c>: the partition key of all that the user owns.</param>
public sealed record Caller(string UserId);
