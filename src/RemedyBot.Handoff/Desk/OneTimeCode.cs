using System.Globalization;
using OtpNet;
using QRCoder;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>TOTP (RFC 6238): SHA-1, 30 seconds, 6 digits, which every authenticator app speaks.</summary>
public static class OneTimeCode
{
    private const int SecretBytes = 20;
    private const int PixelsPerModule = 5;
    private const int Digits = 6;

    /// <summary>A fresh secret, base 32.</summary>
    public static string NewSecret(IRandomness random)
    {
        var bytes = new byte[SecretBytes];
        random.Fill(bytes);
        return Base32Encoding.ToString(bytes);
    }

    public static bool IsSecret(string secret)
    {
        try
        {
            return Base32Encoding.ToBytes(secret).Length == SecretBytes;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>otpauth URI. The label is the same for everybody: an app's list on a lost phone should not say whose desk it opens.</summary>
    public static string ToUri(string secret) => $"otpauth://totp/RemedyBot?secret={secret}&issuer=RemedyBot";

    public static byte[] ToPng(string secret)
    {
        using var data = QRCodeGenerator.GenerateQrCode(ToUri(secret), QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }

    /// <summary>The same picture in block characters, for a terminal.</summary>
    public static string ToText(string secret)
    {
        using var data = QRCodeGenerator.GenerateQrCode(ToUri(secret), QRCodeGenerator.ECCLevel.L);
        using var code = new AsciiQRCode(data);
        return code.GetGraphicSmall();
    }

    /// <summary>The step that this code belongs to, the neighbours of now included; null where it is wrong or not later than <paramref name="lastStep"/>.</summary>
    public static long? Check(string secret, string code, DateTimeOffset now, long lastStep)
    {
        var digits = string.Concat(code.Where(char.IsDigit).Select(c => ((int)CharUnicodeInfo.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture)));
        if (digits.Length != Digits || !IsSecret(secret))
            return null;
        var totp = new Totp(Base32Encoding.ToBytes(secret));
        var right = totp.VerifyTotp(now.UtcDateTime, digits, out var step, new VerificationWindow(previous: 1, future: 1));
        return right && step > lastStep ? step : null;
    }
}
