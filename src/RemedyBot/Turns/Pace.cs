using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RemedyBot.Turns;
