namespace MovieRec.TestKit.BadInput;

/// <summary>Bad requests to every route.</summary>
public static class BadRequests
{
    /// <summary>Bad requests that get the same error from every host.</summary>
    public static IReadOnlyList<BadRequest> All { get; } =
    [
        .. MalformedBodyCases.All, .. BodySizeCases.All, .. AuthCases.All, .. PreferencesCases.All, .. MediaListCases.All,
        .. RecommendationCases.All, .. MediaCases.All,
    ];

    /// <summary>All bad requests, with those that only a user pool with Cognito's rules rejects.</summary>
    /// <remarks>cognito-local, which the packaged mode uses, accepts the latter.</remarks>
    public static IReadOnlyList<BadRequest> WithThePools { get; } = [.. All, .. AuthCases.OfThePool];
}
