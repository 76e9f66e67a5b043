namespace MovieRec.Aws.UserPool;

/// <summary>Error response of Cognito.</summary>
/// <param name="Type">Its name, for example <c>UserNotFoundException</c>.</param>
/// <param name="Message">Cognito's sentence. It is only compared, since some repeat the request.</param>
internal sealed record CognitoError(string Type, string Message)
{
    public bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
