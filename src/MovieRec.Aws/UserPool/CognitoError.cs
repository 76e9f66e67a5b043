namespace MovieRec.Aws.UserPool;

/// <summary>An error that Cognito answered.</summary>
/// <param name="Type">Its name, for example <c>UserNotFoundException</c>.</param>
/// <param name="Message">Cognito's sentence. Only compared: some repeat what was sent.</param>
internal sealed record CognitoError(string Type, string Message)
{
    public bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
