namespace MovieRec.JwtLayer;

/// <summary>Codes of <c>cognitojwt.h</c> that the caller's fetch returns instead of a length.</summary>
internal static class FetchCode
{
    public const int Unreachable = -1;
    public const int Refused = -2;
    public const int TooLong = -3;
    public const int TimedOut = -4;
}
