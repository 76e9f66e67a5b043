namespace MovieRec.JwtLayer;

/// <summary>Codes of <c>cognitojwt.h</c> that a function returns instead of a length.</summary>
internal static class Code
{
    public const int InvalidArgument = -1;
    public const int NotConfigured = -2;
    public const int BufferTooSmall = -3;
    public const int InternalError = -4;
}
