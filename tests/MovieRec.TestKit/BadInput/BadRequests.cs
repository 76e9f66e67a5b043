namespace MovieRec.TestKit.BadInput;

/// <summary>Bad requests of every route.</summary>
public static class BadRequests
{
    /// <summary>Those whose error every host gives.</summary>
    public static IReadOnlyList<BadRequest> All { get; } =
    [
        .. MalformedBodyCases.All, .. BodySizeCases.All, .. AuthCases.All, .. PreferencesCases.All, .. MediaListCases.All,
        .. RecommendationCases.All, .. MediaCases.All,
    ];

    /// <summary>With those that a user pool of Cognito's rules rejects; cognito-local, which the packaged mode has, accepts them.</summary>
    public static IReadOnlyList<BadRequest> WithThePools { get; } = [.. All, .. AuthCases.OfThePool];
}
